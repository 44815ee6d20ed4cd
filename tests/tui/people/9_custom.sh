# An op that no kernel is there for: its output is given, the rest goes on; the session is kept and replayed.
put "cd \$WORK; smtui debug $src/tests/models/custom_op --inputs x=[1,2,3]"
see "not started"
keys c
see "FAILED" "no kernel for op ZeroOut" "c goes on with it"
keys e
see ":edit y"
put "[7,0,0]"
see "edit 1: y"
keys c
see "done #"
say outputs
see "int32 [3]"
say "save kept.session"
see "session saved in kept.session"
keys Q
see "ready>"
put "clear; grep -c edit kept.session; smtui debug $src/tests/models/custom_op --session kept.session --replay; echo code \$?"
see "code 0"
