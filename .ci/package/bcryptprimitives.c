/*
 * Only for tests under Wine before 9, which lacks this library of Windows: the
 * one function that Go's runtime takes from it, made of what Wine has. Nothing
 * of this is shipped.
 */
#include <windows.h>

BOOLEAN WINAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
	const SIZE_T most = 1 << 30;

	while (length > 0) {
		SIZE_T part = length < most ? length : most;

		if (!SystemFunction036(data, (ULONG)part))
			return FALSE;
		data += part;
		length -= part;
	}
	return TRUE;
}
