-- Grain: at most one row a device; kilobytes that the system can use, below the installed size.
-- Rights: SELECT on dbo.v_GS_X86_PC_MEMORY
SELECT
    x.ResourceID             AS resourceId
  , x.TotalPhysicalMemory0   AS usableKb
FROM dbo.v_GS_X86_PC_MEMORY AS x
ORDER BY x.ResourceID, x.GroupID
