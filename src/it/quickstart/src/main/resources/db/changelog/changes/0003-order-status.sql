--liquibase formatted sql

--changeset jonas:order-status
CREATE TYPE order_status AS ENUM ('draft', 'placed', 'paid', 'shipped', 'cancelled');
--rollback DROP TYPE order_status;
