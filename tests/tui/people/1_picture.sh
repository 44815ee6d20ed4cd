# Somebody gets a model: which signature, what input does it want, and what does it say to my picture?
put "smtui sigs examples/mobilenet/1"
see "serving_default" "float32" "(None, 64, 64, 3)"
put "clear; smtui run examples/mobilenet/1"
see "inputs that are needed:" "smtui run examples/mobilenet/1 FILE.png"
put "clear; smtui run examples/mobilenet/1 examples/mobilenet/samples/seven.png"
see "9.9997497e-01"
put "clear; smtui examples/mobilenet/1"
see "tag set serve" "Enter open"
keys r
see "not set: Enter"
keys Enter
put examples/mobilenet/samples/seven.png
see "float32 [1,64,64,3]"
keys c
see "done #660"
say "top 3 --labels examples/mobilenet/samples/labels.txt"
see "seven"
keys q
gone "labels.txt"
keys Q
