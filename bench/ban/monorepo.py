#!/usr/bin/env python3
"""Writes a monorepo of made-up packages and services, the same for the same arguments, to measure the scan on.

usage: monorepo.py FOLDER [FILES]

FILES (50,000 by default) is what git would track; half as many again stand in node_modules, dist and target, which .gitignore
leaves out. Two findings are in it: a script that nothing runs (info) and a build that pushes (error), four calls away from
its pipeline.
"""
import pathlib
import random
import sys

WORDS = ("order customer invoice payment address session token cache queue event handler widget button panel layout theme "
         "report export import schema push prisma database migrate deploy build reset drop table column index query").split()

GITIGNORE = """\
# dependencies
node_modules/
.pnp.*
.yarn/*
!.yarn/patches
# output
dist/
/packages/*/out/
target/
*.tsbuildinfo
.next/
coverage/
**/generated-docs/**
# logs and machines
*.log
logs/*.txt
.DS_Store
Thumbs.db
.env.local
.env.*.local
!.env.example
.idea/
*.iml
.vscode/*
!.vscode/settings.json
tmp/
*.swp
*~
"""


class Monorepo:
    def __init__(self, root, files):
        self.root = pathlib.Path(root)
        self.left = files
        self.ignored = 0
        self.random = random.Random(42)
        self.lines = [self.line() for _ in range(2000)]
        self.folders = set()

    def line(self):
        r = self.random
        words = [r.choice(WORDS) for _ in range(r.randint(3, 9))]
        return r.choice(["  const {0} = await {1}({2});", "  // {0} {1} {2}", "  if ({0}.{1} !== {2}) {{ return; }}",
                         "  this.{0} = new {1}({2});", "import {{ {0} }} from './{1}-{2}';"]).format(
                             words[0], words[1], " + ".join(words[2:]))

    def text(self):
        """About 2.5 KB, some files ten times as long."""
        count = self.random.randint(10, 120) * (10 if self.random.random() < 0.02 else 1)
        return "\n".join(self.random.choices(self.lines, k=count)) + "\n"

    def put(self, path, text):
        file = self.root / path
        if file.parent not in self.folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(file.parent)
        file.write_text(text)

    def write(self, path, text):
        if self.left > 0:
            self.left -= 1
            self.put(path, text)

    def ignore(self, path, text):
        self.ignored += 1
        self.put(path, text)

    def package(self, n):
        at = f"packages/{['shop', 'admin', 'core', 'mail'][n % 4]}-{n}"
        push = '"db:push": "prisma db push",\n    ' if n == 7 else ""
        self.write(f"{at}/package.json", f"""{{
  "name": "@it/package-{n}",
  "version": "1.0.{n}",
  "scripts": {{
    {push}"dev": "next dev",
    "prebuild": "rimraf dist",
    "build": "tsc -p tsconfig.json && vite build",
    "test": "cross-env NODE_ENV=test vitest run",
    "lint": "eslint . --ext .ts,.tsx && prettier --check .",
    "db:deploy": "prisma migrate deploy",
    "clean": "rm -rf dist node_modules"
  }},
  "dependencies": {{ "react": "18.3.1", "@prisma/client": "5.22.0" }}
}}
""")
        self.write(f"{at}/tsconfig.json", '{ "extends": "../../tsconfig.base.json", "include": ["src"] }\n')
        self.write(f"{at}/README.md", "# Package\n\nNever run `prisma db push` in production.\n" + self.text())
        if n % 3 == 0:
            self.write(f"{at}/Dockerfile", "FROM node:22 AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci \\\n && npm run build\n"
                       "FROM node:22-slim\nCOPY --from=build /app/dist /app\nENTRYPOINT [\"node\", \"/app/main.js\"]\n")
        if n % 5 == 0:
            self.write(f"{at}/scripts/release.sh", "#!/usr/bin/env bash\nset -euo pipefail\ncd \"$(dirname \"$0\")/..\"\n"
                       "for f in src/*.ts; do\n  echo \"$f\"\ndone\nnpm run build\nnpm run db:deploy\n")
            self.write(f"{at}/scripts/seed.ts", self.text())
            self.write(f"{at}/docker-compose.yml", "services:\n  db:\n    image: postgres:17\n  web:\n    build: .\n"
                       "    command: npm run dev\n")
        for i in range(34):
            ending = ["ts", "tsx", "ts", "js", "css", "json"][i % 6]
            self.write(f"{at}/src/{WORDS[i % 8]}/{WORDS[(n + i) % len(WORDS)]}-{i}.{ending}", self.text())
        for i in range(6):
            self.write(f"{at}/test/{WORDS[i]}.test.ts", self.text())
        for i in range(8):
            self.ignore(f"{at}/dist/chunk-{i}.js", self.text())

    def service(self, n):
        at = f"services/service-{n}"
        self.write(f"{at}/pom.xml", f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>it</groupId>
  <artifactId>service-{n}</artifactId>
  <version>1</version>
  <build><plugins><plugin><groupId>org.flywaydb</groupId><artifactId>flyway-maven-plugin</artifactId></plugin></plugins></build>
</project>
""")
        self.write(f"{at}/src/main/resources/application.yml", "spring:\n  jpa:\n    hibernate:\n      ddl-auto: validate\n")
        self.write(f"{at}/k8s/deployment.yaml", f"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: service-{n}\nspec:\n"
                   "  template:\n    spec:\n      containers:\n        - name: web\n          image: web\n"
                   "          command: [\"java\", \"-jar\", \"/app.jar\"]\n")
        for i in range(40):
            self.write(f"{at}/src/main/java/it/service{n}/{WORDS[i % 12]}/Class{i}.java", self.text())
        for i in range(10):
            self.ignore(f"{at}/target/classes/it/service{n}/Class{i}.class", "\0\1\2" + self.text())

    def whole(self):
        (self.root / ".git").mkdir(parents=True)
        self.write(".gitignore", GITIGNORE)
        self.write("package.json", '{\n  "name": "it",\n  "workspaces": ["packages/*"],\n  "scripts": {\n'
                   '    "build": "turbo run build",\n    "release": "make release"\n  }\n}\n')
        self.write("Makefile", ".PHONY: release\nrelease: build\n\t./scripts/release.sh\nbuild:\n\tnpm run build\n")
        self.write("scripts/release.sh", "#!/bin/sh\nset -e\nnpx prisma db push --accept-data-loss\n")
        self.write(".github/workflows/release.yml", "on: push\njobs:\n  release:\n    runs-on: ubuntu-latest\n    steps:\n"
                   "      - uses: actions/checkout@v4\n      - run: npm run release\n")
        for n in range(60):
            self.write(f".github/workflows/package-{n}.yml", f"on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n"
                       f"      - run: npm ci\n      - run: npm run build --workspace @it/package-{n}\n")
        n = 0
        while self.left > 0:
            self.package(n)
            if n % 4 == 0:
                self.service(n // 4)
            n += 1
        for i in range(12000):
            self.ignore(f"node_modules/module-{i // 12}/lib/part-{i % 12}.js", self.lines[i % 2000] * 20)
        print(f"{self.root}: {n} packages, {self.ignored} files that .gitignore leaves out")


if __name__ == "__main__":
    Monorepo(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50_000).whole()
