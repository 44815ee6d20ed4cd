"""TensorList ops: one element, many, batches, nested lists, optionals, errors."""
from cases import *

R = tf.raw_ops
f = Family("tensorlist")

x = f.numbers((4, 2, 3))


def veil(h):
    """A handle of which graph construction forgets what it holds."""
    return R.PlaceholderWithDefault(input=h, shape=None)


def hide(v):
    """An int32 that graph construction does not see."""
    if isinstance(v, tf.Tensor):
        return v
    return R.PlaceholderWithDefault(input=tf.constant(v, tf.int32), shape=None)


def empty(shape=(2,), dtype=tf.float32, n=-1):
    return R.EmptyTensorList(element_shape=hide(shape), max_num_elements=n, element_dtype=dtype)


def reserve(n, shape=(2,), dtype=tf.float32):
    return R.TensorListReserve(element_shape=hide(shape), num_elements=n, element_dtype=dtype)


def stack(h, shape=-1, dtype=tf.float32, n=-1):
    return R.TensorListStack(input_handle=veil(h), element_shape=hide(shape), element_dtype=dtype, num_elements=n)


def get(h, i, shape=-1, dtype=tf.float32):
    return R.TensorListGetItem(input_handle=veil(h), index=hide(i), element_shape=hide(shape), element_dtype=dtype)


def put(h, i, v):
    return R.TensorListSetItem(input_handle=veil(h), index=hide(i), item=v)


def push(h, v):
    return R.TensorListPushBack(input_handle=veil(h), tensor=v)


def of(t, shape=-1):
    return R.TensorListFromTensor(tensor=t, element_shape=hide(shape))


# Stack, FromTensor, all dtypes.
for dtype in (tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8,
              tf.uint16, tf.uint32, tf.uint64, tf.complex64, tf.complex128, tf.bool):
    v = as_type(np.arange(6).reshape(3, 2), dtype)
    f.graph("TensorListStack", lambda t: [stack(of(t, [2]), [2], t.dtype), get(of(t), 1, -1, t.dtype)], [v])
    f.graph("TensorListSetItem", lambda t: stack(put(reserve(4, [2], t.dtype), 2, t[1]), -1, t.dtype), [v])
f.graph("TensorListStack", lambda t: stack(of(t), -1, tf.string), [text(b"a", b"", b"b\0")])
f.graph("TensorListSetItem", lambda t: stack(put(reserve(3, [], tf.string), 1, t), -1, tf.string), [text(b"q")])
for q in (tf.qint8, tf.quint8, tf.qint16, tf.quint16, tf.qint32):
    f.graph("TensorListStack", lambda t: stack(of(t), [2], t.dtype), [as_type(np.arange(6).reshape(3, 2), q)])
f.graph("TensorListStack", lambda t: stack(of(t), -1), [x])
f.graph("TensorListStack", lambda t: stack(of(t, [2, -1]), [-1, 3], n=4), [x])
f.graph("TensorListStack", lambda t: stack(of(t), -1, n=3), [x])
f.graph("TensorListStack", lambda t: stack(of(t), [3, 3]), [x])
f.graph("TensorListStack", lambda t: stack(of(t), [3]), [x])
f.graph("TensorListStack", lambda t: stack(of(t), -1, tf.int32), [x])
f.graph("TensorListStack", lambda: stack(empty()))
f.graph("TensorListStack", lambda: stack(empty(), [2]))
f.graph("TensorListStack", lambda: stack(empty([-1])))
f.graph("TensorListStack", lambda: stack(reserve(2, -1)))
f.graph("TensorListStack", lambda: stack(reserve(2, [2, -1])))
f.graph("TensorListStack", lambda: stack(reserve(3, [0, 2])))
f.graph("TensorListStack", lambda v: stack(push(push(empty(-1), v[0]), v[:2])), [f32(1, 2, 3)])
f.graph("TensorListStack", lambda v: stack(push(push(empty(-1), v[:1]), v[:2])), [f32(1, 2, 3)])
f.graph("TensorListStack", lambda t: stack(tf.stack([of(t), of(t)])), [x])
f.graph("TensorListStack", lambda t: stack(R.OptionalNone()), [x])
f.graph("TensorListStack", lambda s: stack(reserve(2, s)), [i32(-2)])
f.graph("TensorListStack", lambda s: stack(reserve(2, s)), [i32(7)])
f.graph("TensorListStack", lambda s: stack(reserve(2, s)), [i64(-1)])
f.graph("TensorListStack", lambda s: stack(reserve(2, s)), [i32([-3])])
f.graph("TensorListStack", lambda s: stack(reserve(2, s)), [i64([[1]])])
f.graph("TensorListStack", lambda s: stack(reserve(2, s)), [i64([2, 1])])

# Reserve, Empty, Length, ElementShape, Resize.
for n in (0, 5, -1):
    f.graph("TensorListReserve", lambda k: R.TensorListLength(input_handle=veil(reserve(k))), [i32(n)])
f.graph("TensorListReserve", lambda k: R.TensorListLength(input_handle=veil(reserve(k))), [i32([3])])
f.graph("TensorListReserve", lambda k: R.TensorListLength(input_handle=veil(reserve(k))), [i32([3, 4])])
f.graph("EmptyTensorList", lambda n: R.TensorListLength(input_handle=empty(n=n)), [i32(3)])
f.graph("EmptyTensorList", lambda n: R.TensorListLength(input_handle=empty(n=n)), [i32([3])])
for n in (0, 1, 2):
    f.graph("EmptyTensorList", lambda n, v: R.TensorListLength(input_handle=push(push(empty(n=n), v), v)),
            [i32(n), f32(1, 2)])
f.graph("EmptyTensorList", lambda n, v: R.TensorListLength(input_handle=push(push(empty(n=n), v), v)),
        [i32(-1), f32(1, 2, 3)])
for t in (tf.int32, tf.int64):
    for s in (-1, [], [2, -1], [0]):
        f.graph("TensorListElementShape",
                lambda: R.TensorListElementShape(input_handle=empty(s), shape_type=t))
for n in (0, 2, 4, 7, -1):
    f.graph("TensorListResize", lambda t, k: [R.TensorListLength(input_handle=R.TensorListResize(input_handle=veil(of(t)), size=k)),
            stack(R.TensorListResize(input_handle=of(t, [2, 3]), size=k))], [x, i32(n)])
f.graph("TensorListResize", lambda t, k: stack(R.TensorListResize(
    input_handle=R.TensorListResize(input_handle=of(t, [2, 3]), size=hide(1)), size=k)), [x, i32(3)])
big = f.numbers((100,))
for k in (1, 31, 32, 33, 64, 99):
    f.graph("TensorListResize", lambda t, n: stack(R.TensorListResize(
        input_handle=R.TensorListResize(input_handle=of(t, []), size=n), size=70)), [big, i32(k)])

# Get, Set, Push, Pop.
for i in (0, 3, 4, -1, 2 ** 31 - 1):
    f.graph("TensorListGetItem", lambda t, i: get(of(t), i), [x, i32(i)])
    f.graph("TensorListSetItem", lambda t, i: stack(put(of(t), i, t[0])), [x, i32(i)])
f.graph("TensorListGetItem", lambda: get(reserve(2), 1))
f.graph("TensorListGetItem", lambda: get(reserve(2, -1), 1))
f.graph("TensorListGetItem", lambda: get(reserve(2, -1), 1, [3]))
f.graph("TensorListGetItem", lambda: get(reserve(2, [-1, 2]), 1, [3, -1]))
f.graph("TensorListGetItem", lambda: get(reserve(2, [-1, 2]), 1, [3, 3]))
f.graph("TensorListGetItem", lambda: get(reserve(2, [-1, 2]), 1))
f.graph("TensorListGetItem", lambda v: get(put(reserve(2, -1), 0, v), 1), [f32(1, 2)])
f.graph("TensorListGetItem", lambda v: get(put(put(reserve(3, -1), 0, v), 2, v[:1]), 1), [f32(1, 2)])
f.graph("TensorListGetItem", lambda v: get(of(v), 0, -1, tf.int64), [f32(1, 2)])
f.graph("TensorListSetItem", lambda v: stack(put(reserve(2, [3]), 0, v)), [f32(1, 2)])
f.graph("TensorListSetItem", lambda v: stack(put(reserve(2, [3]), 0, v)), [i32(1, 2, 3)])
f.graph("TensorListSetItem", lambda v, i: stack(R.TensorListSetItem(
    input_handle=veil(reserve(2, [2])), index=hide(i), item=v, resize_if_index_out_of_bounds=True)), [f32(1, 2), i32(4)])


def many(t):
    a = of(t, [])
    b = put(a, 40, t[0])
    c = put(b, 99, t[1])
    d = push(c, t[2])
    return [stack(a), stack(b), stack(c), stack(d)]


f.graph("TensorListSetItem", many, [big])


def pop(h, shape=-1, dtype=tf.float32):
    return R.TensorListPopBack(input_handle=veil(h), element_shape=hide(shape), element_dtype=dtype)


def pops(t):
    a, u = pop(of(t))
    b, v = pop(a)
    return [u, v, stack(b), stack(of(t))]


f.graph("TensorListPopBack", pops, [x])
f.graph("TensorListPopBack", pops, [big[:33]])
f.graph("TensorListPopBack", lambda: pop(empty())[1])
f.graph("TensorListPopBack", lambda: pop(reserve(2))[1])
f.graph("TensorListPopBack", lambda: pop(reserve(2, -1))[1])
f.graph("TensorListPopBack", lambda: pop(reserve(2, -1), [1])[1])
f.graph("TensorListPopBack", lambda: pop(reserve(2, [3]), [1])[1])
f.graph("TensorListPopBack", lambda t: pop(of(t), -1, tf.int32)[1], [x])
f.graph("TensorListPushBack", lambda v: stack(push(push(empty(), v), v + 1)), [f32(1, 2)])
f.graph("TensorListPushBack", lambda v: stack(push(empty([3]), v)), [f32(1, 2)])
f.graph("TensorListPushBack", lambda v: stack(push(empty(-1, tf.int32), v)), [f32(1, 2)])
f.graph("TensorListPushBack", lambda v: stack(push(empty(-1, tf.int32), v), -1, tf.int32), [i32(1, 2)])
f.graph("TensorListLength", lambda v: R.TensorListLength(input_handle=push(push(empty(-1), v), v[0])), [f32(1, 2)])

# Gather.
for idx in ([2, 0, 2], [], [0, 4], [-1], [3]):
    f.graph("TensorListGather", lambda t, i: R.TensorListGather(
        input_handle=veil(of(t)), indices=i, element_shape=hide(-1), element_dtype=tf.float32), [x, i32(idx)])
for s in ([2, 3], [2, 4], [-1, 3]):
    f.graph("TensorListGather", lambda t, i, s: R.TensorListGather(
        input_handle=of(t, [2, 3]), indices=i, element_shape=hide(s), element_dtype=tf.float32),
        [x, i32([1]), i32(s)])
f.graph("TensorListGather", lambda i: R.TensorListGather(
    input_handle=veil(reserve(3)), indices=i, element_shape=hide(-1), element_dtype=tf.float32), [i32([2, 2])])
f.graph("TensorListGather", lambda i: R.TensorListGather(
    input_handle=veil(reserve(3, -1)), indices=i, element_shape=hide(-1), element_dtype=tf.float32), [i32([2, 2])])
f.graph("TensorListGather", lambda i: R.TensorListGather(
    input_handle=veil(reserve(3)), indices=i, element_shape=hide(-1), element_dtype=tf.int32), [i32([2, 2])])
f.graph("TensorListGather", lambda i: R.TensorListGather(
    input_handle=veil(reserve(3, [2])), indices=i, element_shape=hide(-1), element_dtype=tf.float32), [i32([2, 7])])

# Scatter.
for idx, n in (([0, 1, 2, 3], -1), ([5, 0, 2, 2], -1), ([0, 1, 2, 3], 6), ([0, 1, 2, 3], 3), ([0, -1, 1, 2], -1),
               ([0, 1], -1), ([0, 1, 2, 3], -2), ([0, 1, 2, 3], 4)):
    f.graph("TensorListScatterV2", lambda t, i, n: stack(R.TensorListScatterV2(
        tensor=t, indices=i, element_shape=hide([2, 3]), num_elements=n)), [x, i32(idx), i32(n)])
    f.graph("TensorListScatter", lambda t, i: stack(R.TensorListScatter(
        tensor=t, indices=i, element_shape=hide([2, -1])), [2, 3]), [x, i32(idx)])
f.graph("TensorListScatterV2", lambda t, i: stack(R.TensorListScatterV2(
    tensor=t, indices=i, element_shape=hide([3]), num_elements=-1)), [x, i32([0, 1, 2, 3])])
f.graph("TensorListScatterV2", lambda t, i: stack(R.TensorListScatterV2(
    tensor=t, indices=i, element_shape=hide(-1), num_elements=-1)), [f32(3), i32([0])])
f.graph("TensorListScatterV2", lambda t, i: stack(R.TensorListScatterV2(
    tensor=t, indices=i, element_shape=hide(-1), num_elements=-1), -1, tf.string), [text(b"a", b"b"), i32([3, 1])])
for idx in ([0, 3], [4, 1], [1, 1], [0]):
    f.graph("TensorListScatterIntoExistingList", lambda t, v, i: [stack(R.TensorListScatterIntoExistingList(
        input_handle=of(t, [2, 3]), tensor=v, indices=i)), stack(of(t))], [x, x[1:3] * 2, i32(idx)])
f.graph("TensorListScatterIntoExistingList", lambda t, v, i: stack(R.TensorListScatterIntoExistingList(
    input_handle=veil(of(t)), tensor=v, indices=i)), [x, i32([1]), i32([0])])
f.graph("TensorListScatterIntoExistingList", lambda t, v, i: stack(R.TensorListScatterIntoExistingList(
    input_handle=veil(of(t)), tensor=v, indices=i)), [x, f32(1), i32([0])])
f.graph("TensorListScatterIntoExistingList", lambda t, v, i: stack(R.TensorListScatterIntoExistingList(
    input_handle=veil(of(t)), tensor=v, indices=i)), [x, x, i32([[0]])])

# FromTensor.
f.graph("TensorListFromTensor", lambda t: stack(of(t, [3])), [x])
f.graph("TensorListFromTensor", lambda t: stack(of(t, -1)), [f32(3)])
f.graph("TensorListFromTensor", lambda t: stack(of(t, [2])), [np.zeros((0, 2), np.float32)])
f.graph("TensorListFromTensor", lambda t: get(of(t, [2, 3]), 3), [x])

# Split, Concat.
for lengths in ([1, 3], [0, 4, 0], [4], [1, 2], [3, 2], [-1, 5], []):
    f.graph("TensorListSplit", lambda t, n: [get(R.TensorListSplit(tensor=t, element_shape=hide(-1), lengths=n), 0)],
            [x, i64(lengths)])
for s in ([-1, 2, 3], [-1, 3], [7, 2, 3]):
    f.graph("TensorListSplit", lambda t, n, s: [get(R.TensorListSplit(tensor=t, element_shape=hide(s), lengths=n), 0)],
            [x, i64([1, 3]), i32(s)])
f.graph("TensorListSplit", lambda t, n: get(R.TensorListSplit(tensor=t, element_shape=hide([]), lengths=n), 0), [x, i64([1, 3])])
f.graph("TensorListSplit", lambda t, n: get(R.TensorListSplit(tensor=t, element_shape=hide(-1), lengths=n), 0), [f32(3), i64([1, 3])])
f.graph("TensorListSplit", lambda t, n: get(R.TensorListSplit(tensor=t, element_shape=hide(-1), lengths=n), 0), [x, i64(4)])


def concat(h, shape=-1, lead=(), dtype=tf.float32):
    r = R.TensorListConcatV2(input_handle=veil(h), element_shape=hide(shape), element_dtype=dtype,
                             leading_dims=tf.constant(list(lead), tf.int64))
    return [r.tensor, r.lengths]


def concat1(h, shape=None, dtype=tf.float32):
    r = R.TensorListConcat(input_handle=veil(h), element_shape=shape, element_dtype=dtype)
    return [r.tensor, r.lengths]


for lengths in ([1, 3], [0, 4, 0], [2, 2]):
    split = lambda t, n: R.TensorListSplit(tensor=t, element_shape=hide(-1), lengths=n)
    f.graph("TensorListConcatV2", lambda t, n: concat(split(t, n)), [x, i64(lengths)])
    f.graph("TensorListConcat", lambda t, n: concat1(split(t, n)), [x, i64(lengths)])
    f.graph("TensorListConcatV2", lambda t, n: concat(split(t, n), [-1, 2, 3]), [x, i64(lengths)])
    f.graph("TensorListConcatV2", lambda t, n: concat(split(t, n), [2, 2, -1]), [x, i64(lengths)])
    f.graph("TensorListConcat", lambda t, n: concat1(split(t, n), [None, 2, 3]), [x, i64(lengths)])
    f.graph("TensorListConcat", lambda t, n: concat1(split(t, n), [None, 2, 4]), [x, i64(lengths)])
f.graph("TensorListConcatV2", lambda t: concat(of(t)), [x])
f.graph("TensorListConcatV2", lambda t: concat(of(t)), [f32(1, 2)])
f.graph("TensorListConcatV2", lambda t: concat(of(t), [4]), [x])
f.graph("TensorListConcatV2", lambda t: concat(of(t), []), [x])
f.graph("TensorListConcatV2", lambda t: concat(of(t), -1, (), tf.int32), [x])
f.graph("TensorListConcatV2", lambda: concat(empty()))
f.graph("TensorListConcatV2", lambda: concat(empty(-1)))
f.graph("TensorListConcatV2", lambda: concat(empty(-1), [-1, 2]))
f.graph("TensorListConcat", lambda: concat1(empty(-1)))
f.graph("TensorListConcat", lambda: concat1(empty(-1), [None, 2]))
f.graph("TensorListConcatV2", lambda: concat(reserve(2, [2, 3])))
f.graph("TensorListConcatV2", lambda: concat(reserve(2, [-1, 3])))
f.graph("TensorListConcatV2", lambda: concat(reserve(2, [-1, 3]), -1, [1, 2]))
f.graph("TensorListConcatV2", lambda: concat(reserve(2, [-1, 3]), -1, [1]))
f.graph("TensorListConcatV2", lambda: concat(reserve(2, -1), -1, [1]))
f.graph("TensorListConcat", lambda: concat1(reserve(2, [-1, 3]), [None, 3]))
f.graph("TensorListConcat", lambda: concat1(reserve(2, [2, 3]), [None, 3]))
f.graph("TensorListConcatV2", lambda v: concat(put(reserve(3, -1), 1, v)), [x[0]])
f.graph("TensorListConcatV2", lambda v: concat(put(reserve(3, -1), 1, v), -1, [1, 5]), [x[0]])
f.graph("TensorListConcatV2", lambda v: concat(put(put(reserve(3, -1), 1, v), 2, v[:1]), -1, [1, 5]), [x[0]])
f.graph("TensorListConcatV2", lambda v: concat(put(reserve(2, -1), 1, v), -1, [1, 5], tf.string), [text(b"a", b"b")])

# Batches of lists, nested lists.
f.graph("TensorListPushBackBatch", lambda v: [stack(u) for u in tf.unstack(R.TensorListPushBackBatch(
    input_handles=tf.stack([empty([2]), push(empty([2]), v[0])]), tensor=v))], [x[0, :, :2]])
for shape in ((), (3, 2), (2, 3)):
    f.graph("TensorListPushBackBatch", lambda v: [stack(u) for u in tf.unstack(R.TensorListPushBackBatch(
        input_handles=tf.stack([empty([2]), empty([2])]), tensor=v))], [np.zeros(shape, np.float32)])
f.graph("TensorListPushBackBatch", lambda v: stack(R.TensorListPushBackBatch(
    input_handles=veil(empty([2])), tensor=v)), [x[0, :, :2]])
f.graph("TensorListPushBackBatch", lambda v: stack(R.TensorListPushBackBatch(
    input_handles=veil(tf.stack([empty([2], tf.int32)] * 2)), tensor=v)[0]), [x[0, :, :2]])


def join(a, b, dtype=tf.float32):
    return R.TensorListConcatLists(input_a=veil(a), input_b=veil(b), element_dtype=dtype)


f.graph("TensorListConcatLists", lambda t: [stack(join(of(t), of(t * 2))), stack(of(t))], [x])
f.graph("TensorListConcatLists", lambda t: stack(join(of(t, [2, 3]), reserve(2, [2, 3]))), [x])
f.graph("TensorListConcatLists", lambda t: stack(join(of(t), of(t, [2, 3]))), [x])
f.graph("TensorListConcatLists", lambda t: stack(join(of(t), of(t), tf.int32)), [x])
f.graph("TensorListConcatLists", lambda t: stack(join(of(t), tf.stack([of(t)]))), [x])
f.graph("TensorListConcatLists", lambda t: stack(join(tf.stack([of(t), of(t)]), tf.stack([of(t), of(t + 1)]))[1]), [x])

none = R.OptionalNone
some = lambda *v: R.OptionalFromValue(components=list(v))
value = lambda o, types, shapes: R.OptionalGetValue(optional=o, output_types=types, output_shapes=shapes)
has = lambda o: R.OptionalHasValue(optional=o)
f.graph("OptionalNone", lambda: has(none()))
f.graph("OptionalFromValue", lambda v, i: [has(some(v, i)), *value(some(v, i), [tf.float32, tf.int32], [None, [2]])],
        [x, i32(1, 2)])
f.graph("OptionalFromValue", lambda s: value(some(s), [tf.string], [[]]), [text(b"a")])
f.graph("OptionalGetValue", lambda: value(none(), [tf.float32], [None]))
f.graph("OptionalGetValue", lambda v: value(some(v), [tf.int32], [None]), [x])
f.graph("OptionalGetValue", lambda v: value(some(v), [tf.float32], [[4, 2]]), [x])
f.graph("OptionalGetValue", lambda v: value(some(v), [tf.float32], [[4, 2, 4]]), [x])
f.graph("OptionalGetValue", lambda v: value(some(v), [tf.float32, tf.int32], [None, None]), [x])
f.graph("OptionalGetValue", lambda v: value(of(v), [tf.float32], [None]), [x])
f.graph("OptionalHasValue", lambda v: has(of(v)), [x])
f.graph("OptionalHasValue", lambda v: has(veil(tf.stack([some(v), none()]))), [x])
f.graph("OptionalGetValue", lambda v: value(veil(tf.stack([some(v), none()])), [tf.float32], [None]), [x])
f.graph("OptionalHasValue", lambda v: [has(o) for o in tf.unstack(tf.stack([some(v), none()]))], [x])
zeros = lambda v: R.ZerosLike(x=v)
f.graph("ZerosLikeList", lambda v: stack(zeros(of(v)), [2, 3]), [x])
f.graph("ZerosLikeList", lambda v: stack(zeros(put(reserve(3), 1, v))), [x[0, 0, :2]])
f.graph("ZerosLikeList", lambda v: stack(zeros(put(reserve(3, -1, tf.int32), 1, v)), [2], tf.int32), [i32(1, 2)])
f.graph("ZerosLikeOptional", lambda v: [*value(zeros(some(v)), [tf.float32], [None]), has(zeros(none()))], [x])
f.graph("ZerosLikeList", lambda v: stack(get(zeros(push(empty([], tf.variant), of(v))), 0, -1, tf.variant)), [x])


def nested(t):
    outer = empty([], tf.variant)
    outer = push(outer, of(t))
    outer = push(outer, of(t[1:] * 3))
    return [stack(get(outer, 1, -1, tf.variant)), stack(get(outer, 0, -1, tf.variant)),
            R.TensorListLength(input_handle=outer), stack(stack(outer, [], tf.variant)[1])]


f.graph("TensorListPushBack", nested, [x])
f.write()
