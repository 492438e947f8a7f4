"""What a text tells: its figures, quotations and cited outlets, and where two texts disagree."""
