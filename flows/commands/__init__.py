"""One module per command of the command line; what is heavy is imported when the command runs."""
