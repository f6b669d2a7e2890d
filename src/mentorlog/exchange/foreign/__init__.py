"""Files of other programs → entries, each read with distrust and named by its place where it can't be right.

`detect`: what a file is · `jrnl`, `dayone`, `table`, `notes`: one form each · `convert`: what was found → entries
"""
