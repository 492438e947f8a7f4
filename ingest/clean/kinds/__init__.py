"""One module for each kind of boilerplate: `KIND` names it, `RULES` lists its rules."""
