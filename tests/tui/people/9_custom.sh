# An op that no kernel is there for: its output is given, the rest goes on; the session is kept and replayed.
put "cd \$WORK; smtui debug $src/tests/models/custom_op --inputs x=[1,2,3]"
see "not started"
keys c
see "FAILED" "no kernel for op ZeroOut" "c goes on with it"
keys e
see ":edit y:0"
keys C-u
put "edit y:0 [7,0,0]"
see "edit 1"
