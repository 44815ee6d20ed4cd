/* smtui's entry point: nothing yet but the build. */
int main(void)
{
	return 0;
}
