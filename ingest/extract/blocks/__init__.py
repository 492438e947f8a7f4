"""A page as text blocks, and which of them are the article.

`reader` cuts the page into blocks, `features` describes each in numbers, `forest` weighs the numbers,
`choice` takes the best of them, `left_out` says why the others were not taken.
"""
