# Where does this number come from? Its terms, down to the variable, and the gradient of the input.
put "smtui debug examples/mobilenet/1 examples/mobilenet/samples/seven.png"
see "float32 [1,64,64,3]"
keys c
see "done #660"
say "terms predictions/Softmax:0[0,7]"
see "made of 10 elements"
keys Enter
see "a copy of one element"
keys Enter
see "the sum of 2 terms"
keys j Enter
see "the variable conv_preds/bias: this is where it begins"
keys BSpace
see "the sum of 2 terms"
keys d
see "gradient of "
keys q
see "the sum of 2 terms"
keys D
see "|gradient| by input_1" "heat map"
keys Q
