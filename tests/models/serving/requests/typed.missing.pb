

mtwo

int_tensor: