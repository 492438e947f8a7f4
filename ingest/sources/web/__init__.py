"""What stands on the web: at addresses that a person names, or that feeds, sitemaps and lists name."""
