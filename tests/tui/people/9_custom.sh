# An op that no kernel is there for: its output is given, the rest goes on; the session is kept and replayed.
put "smtui debug tests/models/custom_op --inputs x=[1,2,3]"
see "not started"
keys c
see "FAILED"
say "edit"
