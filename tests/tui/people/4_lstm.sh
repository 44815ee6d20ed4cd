# An LSTM: into its loop, a stop in the third round, what the state is there, and back.
put "smtui debug tests/models/zoo/lstm/model --inputs x=random:1"
see "not started"
say "break lstm/PartitionedCall/while/body/while/MatMul@2"
see "breakpoint 1 at"
keys c
see "stopped #196" "while/MatMul" "@2, round 3 of 5"
keys H
see "everything that ran" "element_shape@2"
keys q
gone "everything that ran"
say bt
see "(iteration 2, round 3 of 5)"
keys q
gone "(iteration 2, round 3 of 5)"
keys s
see "stopped #197"
keys u u
see "stopped #195"
keys U
see "stopped #0" "the beginning"
keys c
see "stopped #196"
keys f
see "stopped #340" "TensorListStack"
keys q
see "> overview"
keys 6
see "stopped #340"
keys q q
see "q once more"
keys q
