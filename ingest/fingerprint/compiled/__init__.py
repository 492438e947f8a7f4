"""The loops of fingerprinting, compiled by numba: the same values as the plain modules beside it, sooner."""
