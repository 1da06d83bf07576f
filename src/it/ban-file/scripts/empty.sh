#!/bin/sh
ourtool empty --all
