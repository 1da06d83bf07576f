package io.github.migratemaven.scan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command carries beside its words. */
final class CommandContextTest {
    private static Command last(String text) {
        List<Command> commands = Shown.read(text, Dialect.POSIX);
        return commands.get(commands.size() - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "NODE_ENV=test npx prisma db push => NODE_ENV => test",
                "export APP_ENV=test⏎bin/console d:s:d => APP_ENV => test",
                "APP_ENV=test; export APP_ENV; bin/console d:s:d => APP_ENV => test",
                "declare -x RAILS_ENV=test; rails db:reset => RAILS_ENV => test",
                "env RAILS_ENV=test rails db:reset => RAILS_ENV => test",
                "cross-env NODE_ENV=test prisma db push => NODE_ENV => test",
                "A=1 sudo B=2 env C=3 prisma db push => C => 3",
                "A=1 sudo B=2 env C=3 prisma db push => A => 1",
                "docker compose exec -e RAILS_ENV=test web rails db:reset => RAILS_ENV => test",
                "docker run --env RAILS_ENV=test image rails db:reset => RAILS_ENV => test",
                "X=test; NODE_ENV=$X prisma db push => NODE_ENV => test",
                "NODE_ENV=test sh -c 'prisma db push' => NODE_ENV => test",
                "export NODE_ENV=test; sudo bash -c 'prisma db push' => NODE_ENV => test",
                "dotenv -e .env.test -- prisma db push => .env => .env.test",
                "dotenv -e.env.test -- prisma db push => .env => .env.test",
                "dotenvx run --env-file=.env.test -- prisma db push => .env => .env.test",
                "env-cmd -f .env.test prisma db push => .env => .env.test",
                "docker run --env-file .env.test image prisma db push => .env => .env.test",
                "node --env-file=.env.test node_modules/prisma/build/index.js db push => .env => .env.test",
                "source .env.test; prisma db push => .env => .env.test",
                ". ./.env.test && prisma db push => .env => ./.env.test",
                "set -a; . config/test.env; set +a; prisma db push => .env => config/test.env",
                "export $(grep -v '^#' .env.test | xargs); prisma db push => .env => .env.test"
            })
    void environmentComesFromTheCommandItsWrappersAndTheLinesAbove(String text, String name, String value) {
        assertThat(last(text.replace('⏎', '\n')).environment()).containsEntry(name, value);
    }

    @Test
    void aDefaultInFrontOfACommandStandsAsWritten() {
        assertThat(last("NODE_ENV=${NODE_ENV:-test} prisma db push").environment())
                .containsEntry("NODE_ENV", "${NODE_ENV:-test}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "(export NODE_ENV=test); prisma db push => NODE_ENV",
                "NODE_ENV=test true; prisma db push => NODE_ENV",
                "if a; then export NODE_ENV=test; fi; prisma db push => NODE_ENV",
                "[ x ] && NODE_ENV=test; prisma db push => NODE_ENV",
                "export NODE_ENV=test; NODE_ENV=$(x); prisma db push => NODE_ENV",
                "export NODE_ENV=test; unset NODE_ENV; prisma db push => NODE_ENV",
                "# export NODE_ENV=test⏎prisma db push => NODE_ENV",
                "echo export NODE_ENV=test; prisma db push => NODE_ENV",
                "false && export NODE_ENV=test; prisma db push => NODE_ENV",
                "export NODE_ENV=${NODE_ENV:-test}; prisma db push => NODE_ENV",
                "A=${A:-test}; export NODE_ENV=$A; prisma db push => NODE_ENV",
                "source lib.sh; prisma db push => .env"
            })
    void whatIsNotSureIsNotInTheEnvironment(String text, String name) {
        assertThat(last(text.replace('⏎', '\n')).environment()).doesNotContainKey(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "sudo -u x npx prisma db push => sudo,npx => false",
                "docker compose exec web npx prisma db push => docker compose exec,npx => true",
                "docker-compose run web bundle exec rails db:reset => docker-compose run,bundle exec => true",
                "heroku run rails db:reset => heroku run => true",
                "ssh host 'sudo npx prisma db push' => ssh,sudo,npx => true",
                "kubectl exec pod -- sh -c 'prisma db push' => kubectl exec,sh -c => true",
                "fly ssh console -C 'prisma db push' => fly => true",
                "bash -c 'prisma db push' => bash -c => false",
                "timeout 5 prisma db push => timeout => false",
                "php artisan migrate:fresh => php => false",
                "prisma db push => '' => false"
            })
    void wrappersAreNamedOutermostFirst(String text, String wrappers, boolean remote) {
        Command command = last(text);
        assertThat(String.join(",", command.wrappers())).isEqualTo(wrappers);
        assertThat(command.remote()).isEqualTo(remote);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "psql <<EOF⏎DROP SCHEMA x;⏎EOF => DROP SCHEMA x;⏎",
                "psql <<-'EOF'⏎\tDROP $x;⏎\tEOF => DROP $x;⏎",
                "S=public; psql <<EOF⏎DROP SCHEMA $S;⏎EOF => DROP SCHEMA public;⏎",
                "psql <<< 'DROP TABLE x' => DROP TABLE x",
                "echo 'DROP TABLE x' | psql => DROP TABLE x⏎",
                "printf '%s;' 'DROP TABLE x' | sudo -u postgres psql => DROP TABLE x;",
                "cat <<EOF | docker exec -i db psql⏎DROP TABLE x⏎EOF => DROP TABLE x⏎",
                "{ echo a; echo b; } | psql => a⏎b⏎",
                "yes | prisma db push => y⏎",
                "yes n | prisma db push => n⏎",
                "echo 'DROP TABLE x' > x.sql; psql -f x.sql => DROP TABLE x⏎",
                "echo 'DROP TABLE x' > x.sql; psql < x.sql => DROP TABLE x⏎",
                "psql -c x => ''"
            })
    void knownInputIsTheCommandsInput(String line, String input) {
        assertThat(last(line.replace('⏎', '\n')).input()).isEqualTo(input.replace('⏎', '\n'));
    }

    @Test
    void aRedirectedOrPipedFileIsNamed() {
        assertThat(last("psql app < db/reset.sql").inputFile()).isEqualTo("db/reset.sql");
        assertThat(last("cat db/reset.sql | psql app").inputFile()).isEqualTo("db/reset.sql");
        assertThat(last("psql app").inputFile()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "cd backend && npm run x => backend",
                "cd a; cd b; npm run x => a/b",
                "cd a; cd /b; npm run x => /b",
                "(cd a); npm run x => ''",
                "(cd a && npm run x) => a",
                "pushd a; popd; npm run x => ''",
                "cd \"$APP_DIR\"; npm run x => $APP_DIR",
                "npm run x => ''"
            })
    void theFolderIsWhereCdLed(String text, String folder) {
        assertThat(last(text).folder()).isEqualTo(folder);
    }

    @Test
    void execFormIsReadWithoutAShellUnlessItNamesOne() {
        SourceFile file = new SourceFile("Dockerfile", "CMD [\"sh\", \"-c\", \"npx prisma db push && x\"]\n");
        Source shell = Source.slice(file, 6, 8);
        Source option = Source.slice(file, 12, 14);
        Source text = Source.slice(file, 18, 41);
        List<Command> commands = new ShellCommands().commands(new Body.Arguments(List.of(shell, option, text)));
        assertThat(commands.stream().map(Shown::show)).containsExactly("1:23 prisma db push", "1:41 x");
        assertThat(new ShellCommands()
                        .commands(new Body.Arguments(List.of(text))).stream().map(Shown::show))
                .containsExactly("1:19 'npx prisma db push && x'");
        assertThat(new ShellCommands().commands(new Body.Arguments(List.of()))).isEmpty();
    }

    @Test
    void aFileThatOnePartOfASequenceWritesRunsInAnother() {
        SourceFile file = new SourceFile("Dockerfile", "echo 'npx prisma db push' > /app/start.sh\n/app/start.sh");
        Body.Shell run = new Body.Shell(Source.slice(file, 0, 41), Dialect.POSIX);
        Body.Arguments cmd = new Body.Arguments(List.of(Source.slice(file, 42, 55)));
        assertThat(new ShellCommands()
                        .commands(new Body.Sequence(List.of(run, cmd))).stream().map(Shown::show))
                .containsExactly("2:1 /app/start.sh", "1:11 prisma db push");
        assertThat(new ShellCommands().commands(new Body.Sequence(List.of(run))))
                .isEmpty();
        assertThat(new ShellCommands().commands(new Body.Calls(List.of()))).isEmpty();
    }

    @Test
    void wordsThatNobodyCanKnowStandAsWrittenAndAreNotLiteral() {
        Command command = last("psql \"$DATABASE_URL\" -c 'DROP SCHEMA x'");
        assertThat(command.words().get(1)).isEqualTo(new Word("$DATABASE_URL", false, 5, 20));
        assertThat(command.words().get(3)).isEqualTo(new Word("DROP SCHEMA x", true, 24, 39));
        assertThat(command.environment()).isEqualTo(Map.of());
        assertThat(last("npx ${P:-prisma} db push").words().get(0)).isEqualTo(new Word("prisma", false, 4, 16));
        assertThat(last("P=prisma; npx $P db push").words().get(0)).isEqualTo(new Word("prisma", true, 14, 16));
    }
}
