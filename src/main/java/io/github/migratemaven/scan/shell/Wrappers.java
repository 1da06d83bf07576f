package io.github.migratemaven.scan.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The wrappers, as data: words, options whose value is the next word, and then
 * <ul>
 *   <li>a number: how many words stand before the command;
 *   <li>{@code assigns}: {@code NAME=value} words may stand before it;
 *   <li>{@code dashes}: where there is a {@code --}, the command stands behind it; {@code must}: only then;
 *   <li>{@code remote}: it runs elsewhere;
 *   <li>{@code text}: a shell reads what is there, joined;
 *   <li>{@code numbers}: numbers may stand before it;
 *   <li>{@code both}: it may be a command as well as a script's name, so both are looked at;
 *   <li>{@code line}: a single word with blanks in it is a text for a shell;
 *   <li>{@code options}: no command of its own, only the options of its subcommands' parent.
 * </ul>
 */
final class Wrappers {
    private static final String TABLE = """
            sudo | -u -g -h -p -C -r -t -T -U -D -R --user --group --host --prompt --chdir | assigns
            doas | -u -C |
            env | -u --unset -C --chdir | assigns
            nice | -n --adjustment |
            ionice | -c -n -p --class --classdata |
            timeout | -s --signal -k --kill-after | 1
            gtimeout | -s --signal -k --kill-after | 1
            time | -f -o --format --output |
            nohup | |
            setsid | |
            stdbuf | -i -o -e --input --output --error |
            exec | -a |
            builtin | |
            noglob | |
            caffeinate | |
            unbuffer | |
            strace | -e -o -p -s |
            taskset | | 1
            chroot | | 1
            faketime | -f | 1
            xvfb-run | -s -n -e -f -w --server-args --server-num |
            systemd-run | -u --unit -p --property -E --setenv --uid --gid |
            sshpass | -p -f -P |
            gosu | | 1
            su-exec | | 1
            s6-setuidgid | | 1
            s6-envuidgid | | 1
            s6-envdir | | 1
            s6-setlock | | 1
            s6-env | | assigns
            envdir | | 1
            envuidgid | | 1
            chpst | -u -U -e -l -L -P -b -n -/ |
            setpriv | --reuid --ruid --euid --regid --rgid --egid --groups --securebits --pdeathsig --inh-caps --bounding-set --ambient-caps |
            parallel | -j --jobs -P -a --delay --timeout --retries -S --sshlogin --joblog --results --tagstring | text
            setuidgid | | 1
            with-contenv | |
            tini | -e -p |
            dumb-init | -r --rewrite |
            catatonit | |
            runuser | -u --user -g --group -G | 0
            flock | -w --timeout -E | 1
            xargs | -n -I -i -L -P -d -s -a -E --max-args --max-procs --max-lines --delimiter --arg-file --replace |
            entr | |
            watch | -n --interval | text
            watchexec | -e -w -i -d --exts --watch --ignore --debounce |
            onchange | -i -d -j -k | must
            retry | -t --tries --times -s --sleep -d --delay -n --max -m -i --interval --timeout | numbers
            eval | | text
            busybox | |
            npx | -p --package -w --workspace -c --call --prefix --cache --registry --userconfig -n --node-arg |
            pnpx | --package |
            bunx | -p --package |
            npm | --prefix -C -w --workspace --loglevel --registry --userconfig --cache | options
            npm exec | -p --package -w --workspace -c --call --prefix | inner
            npm x | -p --package -w --workspace -c --call --prefix | inner
            pnpm | --filter -F -C --dir --prefix --workspace-concurrency --reporter --loglevel --package | both
            pnpm run | | options
            pnpm exec | --filter -F -C --dir --workspace-concurrency |
            pnpm dlx | --package --allow-build |
            yarn | --cwd --mutex --use-yarnrc | both
            yarn exec | | line
            yarn dlx | -p --package |
            yarn run | | both
            yarn workspace | | 1 both
            yarn workspace exec | | line
            yarn workspaces foreach exec | | line
            yarn workspaces foreach | --include --exclude --from -j --jobs | options
            bun | --cwd --env-file --filter | both
            bun x | -p --package |
            bun run | --cwd --env-file --filter | both
            corepack | |
            lerna exec | --scope --ignore --concurrency --since | dashes line
            nx exec | --projects | dashes
            turbo | --filter -F | options
            dotenv | -e -v -p -o | near
            dotenv-cli | -e -v -p -o | near
            godotenv | -f |
            phase run | --app --env --path --tags | text
            bws run | --project-id --shell -t --access-token | dashes text
            sst shell | --stage --target | dashes
            sst bind | --stage | dashes
            vp exec | --filter -F |
            vpx | |
            nlx | |
            rtx exec | | dashes
            incus exec | --cwd --env --user --group | 1 dashes remote
            lxc exec | --cwd --env --user --group | 1 dashes remote
            gigalixir run | -a --app_name | remote
            convox run | -a --app -r --rack -t --release | 1 text remote
            nomad alloc exec | -task -namespace -region -e | 1 remote
            apptainer exec | -B --bind -H --home --env --env-file --pwd | 1 remote
            singularity exec | -B --bind -H --home --env --env-file --pwd | 1 remote
            pdsh | -w -x -l -R -f -g | text remote
            nsenter | -t --target -S -G |
            unshare | |
            firejail | |
            wsl | -d --distribution -u --user --cd | dashes
            tmux new-session | -s -n -c -x -y -t -e -F | text
            tmux new | -s -n -c -x -y -t -e -F | text
            tmux new-window | -n -c -t -e -F | text
            tmux split-window | -c -t -e -F -l -p | text
            tmux send-keys | -t -N | text
            tmux send | -t -N | text
            screen | -S -c -T -s -h |
            dotenvx run | -f --env-file -e --env -fk --env-keys-file --convention | dashes
            dotenv-flow | -p --path | dashes
            env-cmd | -f --file -e --environments -r --rc-file | assigns
            cross-env | | assigns
            cross-env-shell | | assigns text
            with-env | |
            doppler | -p --project -c --config --scope -t --token --api-host | options
            doppler run | -p --project -c --config --command -t --token --mount | dashes
            infisical run | --env --path --projectId --token --tags --domain --command | dashes
            op run | --env-file --account | dashes
            aws-vault exec | -d --duration --region --mfa-token | 1 dashes
            chamber exec | -b -r | 1 dashes
            teller run | -c --config | dashes
            sops exec-env | | 1 text
            sops exec-file | --filename --user | 1 text
            direnv exec | | 1
            vault-env | |
            envconsul | -config -prefix -secret -consul-addr -vault-addr |
            summon | -p --provider -e --environment -f -D |
            berglas exec | | dashes
            envchain | | 1
            docker | -H --host -c --context --config -l --log-level | options
            docker exec | -e --env -u --user -w --workdir --env-file --detach-keys | 1 remote
            docker run | -e --env -u --user -w --workdir --env-file --name -v --volume -p --publish --network --net --link --mount --platform --entrypoint -h --hostname -l --label --add-host --restart -m --memory --cpus --pull --cap-add --cap-drop --device --dns --gpus --ipc --ulimit --security-opt --shm-size --tmpfs --volumes-from --userns --pid --stop-signal --log-driver --log-opt -a --attach --cidfile --expose --health-cmd --ip --runtime | 1 remote
            docker compose | -f --file -p --project-name --profile --env-file --project-directory --ansi --parallel --progress | options
            docker compose exec | -e --env -u --user -w --workdir --index | 1 remote
            docker compose run | -e --env -u --user -w --workdir --name --entrypoint -v --volume -p --publish -l --label --env-from-file --pull --cap-add --cap-drop | 1 remote
            kubectl | -n --namespace --context --kubeconfig --cluster --user -s --server -l --selector | options
            kubectl exec | -n --namespace -c --container -f --filename --context --kubeconfig --pod-running-timeout | 1 dashes remote
            kubectl run | --image -n --namespace --restart --env --overrides -l --labels --context | 1 must remote
            kubectl create job | --image -n --namespace --from --context | 1 must remote
            heroku run | -a --app -r --remote -s --size -e --env --type | dashes text remote
            heroku run:detached | -a --app -r --remote -s --size -e --env --type | dashes text remote
            heroku local:run | -e --env -p --port -f --procfile |
            fly machine run | -a --app -r --region -e --env -n --name -v --volume --vm-size --vm-memory -p --port --config -c | 1 remote
            fly m run | -a --app -r --region -e --env -n --name -v --volume --vm-size --vm-memory -p --port --config -c | 1 remote
            fly machine exec | -a --app | 1 text remote
            fly m exec | -a --app | 1 text remote
            railway run | -s --service -e --environment -p --project | dashes
            railway ssh | -s --service -e --environment -p --project | dashes text remote
            scalingo | -a --app --region | options
            scalingo run | -a --app --region -e --env --size | text remote
            dokku run | -e --env --cron-id | 1 remote
            dokku enter | | 2 remote
            kamal app exec | -d --destination -c --config-file -r --roles -h --hosts -e --env | text remote
            platform ssh | -e --environment -p --project -A --app | text remote
            vercel env run | -e --environment | dashes
            netlify dev:exec | --context |
            foreman run | -e --env -f --procfile -d --root |
            honcho run | -e --env -f --procfile |
            bundle exec | --gemfile |
            poetry | -C --directory -P --project | options
            poetry run | |
            pipenv run | | both
            pdm run | -p --project | both
            uv run | --with --python -p --project --env-file --directory --extra --group --package --index-url --with-requirements | module
            uv tool run | --from --with --python -p |
            uvx | --from --with --python -p |
            rye run | |
            hatch run | | both
            hatch | -e --env -p --project | options
            pipx run | --spec --python |
            conda run | -n --name -p --prefix --cwd |
            micromamba run | -n --name -p --prefix --cwd |
            mise exec | -j --jobs -C --cd -E --env | dashes
            mise x | -j --jobs -C --cd -E --env | dashes
            asdf exec | |
            rbenv exec | |
            pyenv exec | |
            nodenv exec | |
            nvm exec | | 1
            fnm exec | --using --fnm-dir | dashes
            volta run | --node --npm --yarn --pnpm --bundled-npm |
            devbox run | -c --config -e --env |
            nix develop -c | |
            nix develop --command | |
            nix shell -c | |
            nix shell --command | |
            sail | | remote
            lando | | remote
            ddev exec | -s --service -d --dir | remote
            ddev | | remote
            wp-env run | | 1 remote
            dockerize | -wait -timeout -wait-retry-interval -template -stdout -stderr |
            call | |
            start | /D |
            """;

    /** Other programs that take the same words. */
    private static final Map<String, List<String>> ALIASES = Map.of(
            "docker", List.of("podman", "nerdctl", "docker container"),
            "fly", List.of("flyctl"),
            "docker compose", List.of("docker-compose", "podman-compose"),
            "kubectl", List.of("oc"),
            "conda", List.of("mamba"));

    private static final Map<String, Wrapper> ROOTS = roots();

    private Wrappers() {}

    /** Null when a program is none. */
    static Wrapper named(String program) {
        return ROOTS.get(program);
    }

    private static Map<String, Wrapper> roots() {
        Wrapper top = new Wrapper("");
        for (String line : TABLE.split("\n")) {
            String[] cells = line.split("\\|", -1);
            String path = cells[0].strip();
            add(top, path, cells);
            for (Map.Entry<String, List<String>> alias : ALIASES.entrySet()) {
                String known = alias.getKey();
                if (path.equals(known) || path.startsWith(known + " ")) {
                    for (String other : alias.getValue()) {
                        add(top, other + path.substring(known.length()), cells);
                    }
                }
            }
        }
        return new HashMap<>(top.subcommands);
    }

    private static void add(Wrapper top, String path, String[] cells) {
        Wrapper node = top;
        for (String word : path.split(" ")) {
            String name = node.name.isEmpty() ? word : node.name + " " + word;
            if (!node.subcommands.containsKey(word)) {
                node.subcommands.put(word, new Wrapper(name));
            }
            node = node.subcommands.get(word);
        }
        node.leaf = true;
        node.valued.addAll(List.of(cells[1].strip().split(" ")));
        for (String flag : cells[2].strip().split(" ")) {
            if (!flag.isEmpty() && Character.isDigit(flag.charAt(0))) {
                node.operands = Integer.parseInt(flag);
            } else {
                node.flags.add(flag);
            }
        }
        node.leaf = !node.is("options");
    }
}
