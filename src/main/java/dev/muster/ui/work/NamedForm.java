package dev.muster.ui.work;

/// Something that others name: a login, a bastion.
public sealed interface NamedForm permits LoginForm, BastionForm {

    String name();
}
