#version 100

#ifdef GL_ES
# ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
# else
precision mediump float;
#endif
#endif

uniform vec2 frame;
uniform vec4 bounds;
uniform float red;
uniform float green;
uniform float blue;

void main() {
    float alpha = 1.0;
    if (gl_FragCoord.x < bounds[0]) {
        alpha = 0.0;
    } else if (gl_FragCoord.x > bounds[2]) {
        alpha = 0.0;
    } else if (gl_FragCoord.y < frame.y - bounds[3]) {
        alpha = 0.0;
    } else if (gl_FragCoord.y > frame.y - bounds[1]) {
        alpha = 0.0;
    }
    gl_FragColor = vec4(red, green, blue, alpha);
}
