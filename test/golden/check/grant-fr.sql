-- Droits de la source sccm d’octopus-bridge : lire ce que ses requêtes lisent, rien d’autre.
-- À exécuter dans la base, par un membre de db_owner ; l’exécuter de nouveau ne change rien.
-- Ce que cette base n’a pas est sauté : exécutez-le de nouveau quand elle l’a.
-- bridge check n’a besoin de rien de plus : INFORMATION_SCHEMA, sys.databases et les fonctions de droits répondent à tous.

USE [CM_GH1];
GO
IF DATABASE_PRINCIPAL_ID(N'octopus_bridge') IS NULL CREATE ROLE [octopus_bridge];
GO
IF OBJECT_ID(N'[dbo].[v_Add_Remove_Programs]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_Add_Remove_Programs] TO [octopus_bridge]; -- software
IF OBJECT_ID(N'[dbo].[v_CH_ClientSummary]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_CH_ClientSummary] TO [octopus_bridge]; -- client-health
IF OBJECT_ID(N'[dbo].[v_Collection]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_Collection] TO [octopus_bridge]; -- collection-member, collection
IF OBJECT_ID(N'[dbo].[v_FullCollectionMembership]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_FullCollectionMembership] TO [octopus_bridge]; -- collection-member
IF OBJECT_ID(N'[dbo].[v_GS_BASEBOARD]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_BASEBOARD] TO [octopus_bridge]; -- base-board
IF OBJECT_ID(N'[dbo].[v_GS_BATTERY]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_BATTERY] TO [octopus_bridge]; -- battery
IF OBJECT_ID(N'[dbo].[v_GS_BITLOCKER_DETAILS]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_BITLOCKER_DETAILS] TO [octopus_bridge]; -- bitlocker
IF OBJECT_ID(N'[dbo].[v_GS_COMPUTER_SYSTEM]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_COMPUTER_SYSTEM] TO [octopus_bridge]; -- computer-system
IF OBJECT_ID(N'[dbo].[v_GS_COMPUTER_SYSTEM_PRODUCT]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_COMPUTER_SYSTEM_PRODUCT] TO [octopus_bridge]; -- product
IF OBJECT_ID(N'[dbo].[v_GS_DISK]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_DISK] TO [octopus_bridge]; -- disk
IF OBJECT_ID(N'[dbo].[v_GS_ENCRYPTABLE_VOLUME]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_ENCRYPTABLE_VOLUME] TO [octopus_bridge]; -- encryptable-volume
IF OBJECT_ID(N'[dbo].[v_GS_FIRMWARE]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_FIRMWARE] TO [octopus_bridge]; -- firmware
IF OBJECT_ID(N'[dbo].[v_GS_LOGICAL_DISK]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_LOGICAL_DISK] TO [octopus_bridge]; -- volume
IF OBJECT_ID(N'[dbo].[v_GS_NETWORK_ADAPTER]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_NETWORK_ADAPTER] TO [octopus_bridge]; -- network-adapter
IF OBJECT_ID(N'[dbo].[v_GS_NETWORK_ADAPTER_CONFIGURATION]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_NETWORK_ADAPTER_CONFIGURATION] TO [octopus_bridge]; -- network-configuration
IF OBJECT_ID(N'[dbo].[v_GS_OPERATING_SYSTEM]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_OPERATING_SYSTEM] TO [octopus_bridge]; -- operating-system
IF OBJECT_ID(N'[dbo].[v_GS_PC_BIOS]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_PC_BIOS] TO [octopus_bridge]; -- bios
IF OBJECT_ID(N'[dbo].[v_GS_PHYSICAL_MEMORY]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_PHYSICAL_MEMORY] TO [octopus_bridge]; -- memory-module
IF OBJECT_ID(N'[dbo].[v_GS_PHYSICALDISK]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_PHYSICALDISK] TO [octopus_bridge]; -- physical-disk
IF OBJECT_ID(N'[dbo].[v_GS_PROCESSOR]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_PROCESSOR] TO [octopus_bridge]; -- processor
IF OBJECT_ID(N'[dbo].[v_GS_SYSTEM]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_SYSTEM] TO [octopus_bridge]; -- inventory-system
IF OBJECT_ID(N'[dbo].[v_GS_SYSTEM_CONSOLE_USAGE]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_SYSTEM_CONSOLE_USAGE] TO [octopus_bridge]; -- console-usage
IF OBJECT_ID(N'[dbo].[v_GS_SYSTEM_CONSOLE_USER]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_SYSTEM_CONSOLE_USER] TO [octopus_bridge]; -- console-user
IF OBJECT_ID(N'[dbo].[v_GS_SYSTEM_ENCLOSURE]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_SYSTEM_ENCLOSURE] TO [octopus_bridge]; -- enclosure
IF OBJECT_ID(N'[dbo].[v_GS_TPM]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_TPM] TO [octopus_bridge]; -- tpm
IF OBJECT_ID(N'[dbo].[v_GS_TPM_STATUS]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_TPM_STATUS] TO [octopus_bridge]; -- tpm-status
IF OBJECT_ID(N'[dbo].[v_GS_VIDEO_CONTROLLER]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_VIDEO_CONTROLLER] TO [octopus_bridge]; -- video-controller
IF OBJECT_ID(N'[dbo].[v_GS_VIRTUAL_MACHINE]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_VIRTUAL_MACHINE] TO [octopus_bridge]; -- virtual-machine
IF OBJECT_ID(N'[dbo].[v_GS_WORKSTATION_STATUS]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_WORKSTATION_STATUS] TO [octopus_bridge]; -- workstation-status
IF OBJECT_ID(N'[dbo].[v_GS_X86_PC_MEMORY]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_GS_X86_PC_MEMORY] TO [octopus_bridge]; -- memory
IF OBJECT_ID(N'[dbo].[v_Identification]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_Identification] TO [octopus_bridge]; -- site
IF OBJECT_ID(N'[dbo].[v_R_System]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_R_System] TO [octopus_bridge]; -- system, user
IF OBJECT_ID(N'[dbo].[v_R_User]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_R_User] TO [octopus_bridge]; -- user
IF OBJECT_ID(N'[dbo].[v_RA_System_IPAddresses]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_RA_System_IPAddresses] TO [octopus_bridge]; -- ip-address
IF OBJECT_ID(N'[dbo].[v_RA_System_MACAddresses]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_RA_System_MACAddresses] TO [octopus_bridge]; -- mac-address
IF OBJECT_ID(N'[dbo].[v_RA_System_ResourceNames]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_RA_System_ResourceNames] TO [octopus_bridge]; -- resource-name
IF OBJECT_ID(N'[dbo].[v_RA_System_SMSAssignedSites]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_RA_System_SMSAssignedSites] TO [octopus_bridge]; -- assigned-site
IF OBJECT_ID(N'[dbo].[v_RA_System_SystemOUName]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_RA_System_SystemOUName] TO [octopus_bridge]; -- ou
IF OBJECT_ID(N'[dbo].[v_Site]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_Site] TO [octopus_bridge]; -- site
IF OBJECT_ID(N'[dbo].[v_UserMachineIntelligence]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_UserMachineIntelligence] TO [octopus_bridge]; -- user-usage
IF OBJECT_ID(N'[dbo].[v_UserMachineRelationship]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_UserMachineRelationship] TO [octopus_bridge]; -- primary-user, primary-user-source, user
IF OBJECT_ID(N'[dbo].[v_UserMachineSourceRelation]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_UserMachineSourceRelation] TO [octopus_bridge]; -- primary-user-source
IF OBJECT_ID(N'[dbo].[v_UserMachineTypeRelation]') IS NOT NULL GRANT SELECT ON OBJECT::[dbo].[v_UserMachineTypeRelation] TO [octopus_bridge]; -- primary-user
GO
-- Le compte qui lit ; retirez les tirets et mettez son vrai nom.
-- CREATE USER [DOMAIN\svc_bridge] FOR LOGIN [DOMAIN\svc_bridge];
-- ALTER ROLE [octopus_bridge] ADD MEMBER [DOMAIN\svc_bridge];
