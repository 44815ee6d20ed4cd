# It knows the picture at home and not here: which preprocessing was it trained with?
put "smtui debug examples/mobilenet/1 examples/mobilenet/samples/three.png"
see "float32 [1,64,64,3]"
say "preprocess --labels examples/mobilenet/samples/labels.txt"
see "least entropy" "three" "caffe"
keys q
gone "least entropy"
keys c
see "done #660"
say "top 3 --labels examples/mobilenet/samples/labels.txt"
see "rank" "three"
keys q
gone "rank"
say reset
see "not started"
keys d
see "batch sizes that work"
keys Q
