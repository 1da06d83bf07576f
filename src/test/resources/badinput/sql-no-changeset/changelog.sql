--liquibase formatted sql

CREATE TABLE first (id int);
