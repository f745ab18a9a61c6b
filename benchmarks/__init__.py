"""What `make bench` measures: from text to a queryable store, the start of the program, and other tools.

Nothing here is part of the package. Figures depend on the machine; the ratios at the end hardly do.
"""
