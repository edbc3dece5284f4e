"""The wordings by which a clause is read, with the thing in question replaced by ``§``.

Tables only, a file for each thing that can be said; :mod:`bot.normalise.clause` says in which
order they are tried and what each means. A new wording is a new row in a table, or a new word in
one of the parts that the rows share (parts.py), and a line in tests/normalise/data/stances.tsv;
a row without which every line of these files is read as before makes a test fail.
Rows are read with curly apostrophes made straight and in any case.
"""
