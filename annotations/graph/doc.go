// Package graph lays out who is connected with whom, and draws it as a figure: one step
// round an entity, two steps, or everyone.
//
// One step and two stand on ellipses round the chosen entity, in groups by kind. The
// whole is laid out by stress, the method of Zheng, Pawar and Goodman, "Graph Drawing by
// Stochastic Gradient Descent" (IEEE TVCG 25, 2018; arXiv 1710.04626), from a circle in
// the order of the ids and with a fixed seed. Then names are set beside their nodes and
// verbs on their lines so that nothing lies over anything else; where there is no room,
// the names of the least connected are left out and counted.
//
// The same input gives the same numbers on every run and platform. Products are
// converted before they are added to, because a compiler may otherwise fuse the two
// steps and round once instead of twice; of package math only the square root is used,
// which is exact everywhere.
package graph
