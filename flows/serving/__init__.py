"""Everything that runs stand on in Prefect, kept up by one command: server, pool, deployments, worker."""
