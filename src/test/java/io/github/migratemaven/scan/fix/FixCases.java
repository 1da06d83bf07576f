package io.github.migratemaven.scan.fix;

import java.util.stream.Stream;

/** Files with something banned in them, and what must become of them. */
final class FixCases {
    private FixCases() {}

    /** @param after empty where the file goes with nothing left in it */
    record Case(String name, String path, String before, String after) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                packageScript(
                        "guarded in a subshell",
                        "prisma generate && (prisma db push --skip-generate --accept-data-loss || echo 'Database push skipped') && next build",
                        "prisma generate && next build"),
                packageScript("first of a chain", "prisma db push && next build", "next build"),
                packageScript("last of a chain", "next build && npx prisma db push", "next build"),
                packageScript(
                        "with a quoted guard",
                        "prisma db push || echo \\\"no \\u00fc push\\\"; next build",
                        "next build"),
                packageScript("hidden failure", "prisma db push || true && next build", "next build"),
                packageScript(
                        "a failure of what stood before is caught as it was",
                        "tsc && prisma db push || echo no && next build",
                        "tsc || echo no && next build"),
                packageScript(
                        "fallback of the right command",
                        "prisma migrate deploy || prisma db push && vite build",
                        "prisma migrate deploy && vite build"),
                packageScript(
                        "the right command was the fallback",
                        "prisma db push || prisma migrate deploy",
                        "prisma migrate deploy"),
                packageScript("twice", "prisma db push --force-reset && prisma db push && next build", "next build"),
                packageScript("fed by yes", "yes | prisma db push && next build", "next build"),
                packageScript("in the background", "tsc; prisma db push & next build", "tsc; next build"),
                packageScript("inside of sh -c", "sh -c 'prisma db push && next build'", "sh -c 'next build'"),
                packageScript("all that sh -c does", "sh -c 'prisma db push' && next build", "next build"),
                new Case(
                        "a line of a shell script",
                        "deploy.sh",
                        "#!/bin/sh\nset -e\n# prisma db push\nnpm ci\n  npx prisma db push --accept-data-loss # sync\necho done\n",
                        "#!/bin/sh\nset -e\n# prisma db push\nnpm ci\necho done\n"),
                new Case(
                        "the only command of a branch",
                        "deploy.sh",
                        "npm ci\nif [ \"$RESET\" = 1 ]; then\n  prisma migrate reset --force\nfi\nnpm start\n",
                        "npm ci\nif [ \"$RESET\" = 1 ]; then\n  :\nfi\nnpm start\n"),
                new Case(
                        "one command of a function",
                        "deploy.sh",
                        "setup() {\n    npm ci\n    prisma db push\n}\nsetup\n",
                        "setup() {\n    npm ci\n}\nsetup\n"),
                new Case(
                        "continued lines",
                        "deploy.sh",
                        "npm ci && \\\n  npx prisma db push \\\n    --accept-data-loss && \\\n  npm start",
                        "npm ci && \\\n  npm start"),
                new Case(
                        "one line of a workflow's block",
                        ".github/workflows/deploy.yml",
                        workflow(
                                "      - name: Deploy\n        run: |\n          npm ci\n          npx prisma db push\n          npm run deploy\n"),
                        workflow("      - name: Deploy\n        run: |\n          npm ci\n          npm run deploy\n")),
                new Case(
                        "the last line of a workflow's block",
                        ".github/workflows/deploy.yml",
                        workflow(
                                "      - run: |\n          npm ci\n          npx prisma db push\n      - run: npm start\n"),
                        workflow("      - run: |\n          npm ci\n      - run: npm start\n")),
                new Case(
                        "a step that does nothing else",
                        ".github/workflows/deploy.yml",
                        workflow(
                                "      - run: npm ci\n      - name: Push\n        env:\n          A: b\n        run: npx prisma db push\n\n      - run: npm start\n"),
                        workflow("      - run: npm ci\n\n      - run: npm start\n")),
                new Case(
                        "a quoted run",
                        ".github/workflows/deploy.yml",
                        workflow("      - run: 'npx prisma db push || echo ''no''; npm start'\n"),
                        workflow("      - run: 'npm start'\n")),
                new Case(
                        "a line of a GitLab job",
                        ".gitlab-ci.yml",
                        "deploy:\n  script:\n    - npm ci\n    - npx prisma db push\n    - npm start\n",
                        "deploy:\n  script:\n    - npm ci\n    - npm start\n"),
                new Case(
                        "RUN in the middle",
                        "Dockerfile",
                        "FROM node:20\nRUN npm ci \\\n && npx prisma db push \\\n && npm run build\n",
                        "FROM node:20\nRUN npm ci \\\n && npm run build\n"),
                new Case(
                        "RUN alone",
                        "Dockerfile",
                        "FROM node:20\nRUN npx prisma db push\nCMD npm start\n",
                        "FROM node:20\nCMD npm start\n"),
                new Case(
                        "CMD in shell form",
                        "Dockerfile",
                        "FROM node:20\nCMD npx prisma db push && npm start\n",
                        "FROM node:20\nCMD npm start\n"),
                new Case(
                        "CMD in exec form",
                        "Dockerfile",
                        "FROM node:20\nCMD [\"sh\", \"-c\", \"npx prisma db push --accept-data-loss && node \\\"server.js\\\"\"]\n",
                        "FROM node:20\nCMD [\"sh\", \"-c\", \"node \\\"server.js\\\"\"]\n"),
                new Case(
                        "a line of a recipe",
                        "Makefile",
                        "build:\n\tnpm ci\n\t@-npx prisma db push\n\tnpm run build\n",
                        "build:\n\tnpm ci\n\tnpm run build\n"),
                new Case(
                        "a goal among others",
                        "build.sh",
                        "mvn -B clean flyway:clean flyway:migrate -Pci\n",
                        "mvn -B clean flyway:migrate -Pci\n"),
                new Case(
                        "a property",
                        "src/main/resources/application.properties",
                        "a=1\r\nspring.jpa.hibernate.ddl-auto = update\r\nb=2\r\n",
                        "a=1\r\nspring.jpa.hibernate.ddl-auto = validate\r\nb=2\r\n"),
                new Case(
                        "a property with a default",
                        "src/main/resources/application.properties",
                        "spring.jpa.hibernate.ddl-auto=${DDL_AUTO:create-drop}",
                        "spring.jpa.hibernate.ddl-auto=${DDL_AUTO:validate}"),
                new Case(
                        "YAML",
                        "src/main/resources/application.yml",
                        "spring:\n  jpa:\n    hibernate:\n      ddl-auto: \"update\" # update | validate\n    open-in-view: false\n",
                        "spring:\n  jpa:\n    hibernate:\n      ddl-auto: \"validate\" # update | validate\n    open-in-view: false\n"),
                new Case(
                        "on a command line",
                        "start.sh",
                        "exec java -Dspring.jpa.hibernate.ddl-auto=update -jar app.jar\n",
                        "exec java -Dspring.jpa.hibernate.ddl-auto=validate -jar app.jar\n"),
                new Case(
                        "a folder with a blank and a quote",
                        "my \"app\" ü/deploy.sh",
                        "prisma db push\nnpm start\n",
                        "npm start\n"));
    }

    /** What nobody but a person can decide. */
    static Stream<Case> byHand() {
        return Stream.of(
                packageScript("does nothing else", "prisma db push", ""),
                packageScript("its end is asked for", "if prisma db push; then next build; fi", ""),
                packageScript("negated", "! prisma db push && next build", ""),
                packageScript("its output is used", "X=$(prisma db push) next build", ""),
                packageScript("beside others", "concurrently \\\"prisma db push\\\" \\\"next start\\\"", ""),
                new Case("PowerShell", "deploy.ps1", "npm ci\nnpx prisma db push\nnpm start\n", ""),
                new Case(
                        "the only step of a job",
                        ".github/workflows/deploy.yml",
                        workflow("      - run: npx prisma db push\n"),
                        ""),
                new Case(
                        "a step that others ask for",
                        ".github/workflows/deploy.yml",
                        workflow("      - id: push\n        run: npx prisma db push\n      - run: npm start\n"),
                        ""));
    }

    private static Case packageScript(String name, String before, String after) {
        String frame =
                "{\n  \"scripts\": {\n    \"db:push\": \"prisma db push\",\n    \"build\": \"%s\",\n    \"x\": \"y\"\n  }\n}";
        return new Case(name, "package.json", frame.formatted(before), frame.formatted(after));
    }

    private static String workflow(String steps) {
        return "on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n" + steps;
    }
}
