/** Extractors for what describes a container or a machine: Dockerfiles, compose files, Kubernetes manifests, provisioning. */
package io.github.migratemaven.scan.files.image;
