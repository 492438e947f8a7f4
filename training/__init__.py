"""Scripts that make the weights which ship with the package, from labelled data that a user names."""
