"""Makes the trees that weigh the lines of a flattened page, from labelled texts. Needs lightgbm."""
