# An LSTM: into its loop, a stop in the third round, what the state is there, and back.
put "smtui debug tests/models/zoo/lstm/model --inputs x=random:1"
see "not started"
say "break lstm/PartitionedCall/while/body/while/MatMul@2"
see "breakpoint 1 at"
keys c
see "stopped #196" "while/MatMul" "iteration 2"
keys H
see "everything that ran"
keys q
say bt
see "(iteration 2, round 3 of 5)"
keys q
keys s
see "stopped #197"
keys u u
see "stopped #195"
keys U
see "stopped #0"
keys c
see "stopped #196"
keys f
see "stopped #"
keys Q
see "unsaved"
keys Q
