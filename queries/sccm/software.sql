-- Grain: one row a program and machine, from the 32-bit and the 64-bit list; InstallDate0 is a text. Order does not matter.
-- Rights: SELECT on dbo.v_Add_Remove_Programs
SELECT
    x.ResourceID     AS resourceId
  , x.DisplayName0   AS name
  , x.Version0       AS version
  , x.Publisher0     AS publisher
  , x.InstallDate0   AS installed -- optional
FROM dbo.v_Add_Remove_Programs AS x
