"""Boilerplate of several lines: rails, menus, captions, author boxes, page headers, tails."""
