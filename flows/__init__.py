"""The thin edge: the command line, the Prefect flows, and the pipeline that both of them run."""
