package dev.muster.ui.work;

import dev.muster.setup.inventory.Importers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// What the importers propose, as rows of the form: a login for each user with each key that the list names.
final class Imports {

    private Imports() {}

    /// @param home the user's own folder, for `~` and what an SSH configuration includes
    static Imported read(String pasted, Path home) {
        var proposal = Importers.pasted(pasted, home);
        var logins = new LinkedHashMap<String, LoginForm>();
        var hosts = new ArrayList<HostForm>();
        for (var host : proposal.hosts()) {
            var login = login(host.user(), host.key(), host.agent());
            if (!login.name().isEmpty()) {
                logins.putIfAbsent(login.name(), login);
            }
            hosts.add(new HostForm(
                    host.name().value(),
                    host.address(),
                    port(host.port()),
                    host.os(),
                    host.roles(),
                    login.name(),
                    host.via(),
                    ""));
        }
        var bastions = new ArrayList<BastionForm>();
        for (var bastion : proposal.bastions()) {
            var user = bastion.user().isEmpty() ? System.getProperty("user.name") : bastion.user();
            var login = login(user, bastion.key(), true);
            logins.putIfAbsent(login.name(), login);
            bastions.add(new BastionForm(
                    bastion.name(), bastion.address(), port(bastion.port()), login.name(), bastion.via()));
        }
        return new Imported(hosts, new ArrayList<>(logins.values()), bastions, proposal.problems());
    }

    private static String port(int port) {
        return port == 22 ? "" : String.valueOf(port);
    }

    private static LoginForm login(String user, String key, boolean agent) {
        var name = user.isEmpty() && key.isEmpty()
                ? ""
                : (user + (key.isEmpty() ? "" : "-" + key.substring(key.lastIndexOf('/') + 1)))
                        .replaceAll("[^A-Za-z0-9_.-]", "-");
        return key.isEmpty() && agent
                ? LoginForm.byAgent(name, user)
                : LoginForm.byKey(name, user, key.isEmpty() ? "~/.ssh/id_ed25519" : key);
    }
}
