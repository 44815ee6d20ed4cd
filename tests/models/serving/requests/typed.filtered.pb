

mtwo

int_tensor:

str_tensorBfoostr_tensor_bytes