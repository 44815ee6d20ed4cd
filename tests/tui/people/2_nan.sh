# NaN in the output: why? To the node, another value there, the outputs change, and back again.
put "smtui debug tests/models/failures/normalise --inputs 'x=[[1.0,2.0,3.0,4.0],[5.0,5.0,5.0,5.0]]'"
see "not started"
keys c
see "done #" "NaN"
keys !
see "scale: "
keys q
keys X
see "stopped #11" "scale"
say "edit sub:0 ones"
see "edit 1: "
keys q
keys c
see "done #19"
gone "NaN"
keys E
see "sub:0 = ones"
keys d
see "undone"
keys q
see "NaN"
keys Q
