package dev.muster.ui.work;

/// One bastion as it was typed.
///
/// @param port  empty: SSH's own
/// @param login name of a login
/// @param via   name of the bastion before it; empty: reached from this workstation
public record BastionForm(String name, String address, String port, String login, String via) implements NamedForm {

    public BastionForm withName(String newName) {
        return new BastionForm(newName, address, port, login, via);
    }

    public BastionForm withAddress(String newAddress) {
        return new BastionForm(name, newAddress, port, login, via);
    }

    public BastionForm withPort(String newPort) {
        return new BastionForm(name, address, newPort, login, via);
    }

    public BastionForm withLogin(String newLogin) {
        return new BastionForm(name, address, port, newLogin, via);
    }

    public BastionForm withVia(String newVia) {
        return new BastionForm(name, address, port, login, newVia);
    }
}
