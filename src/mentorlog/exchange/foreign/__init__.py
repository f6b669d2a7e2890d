"""Files of other programs → entries, each read with distrust and named by its place where it can't be right.

`recognising`: what a file is · `jrnl`, `dayone`, `table`, `notes`: one form each · `adopting`: what was found → entries
"""
