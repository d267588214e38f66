# bin/trainyard finds share/trainyard/scenarios beside itself, wherever the prefix is.
include(GNUInstallDirs)
install(TARGETS trainyard RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY scenarios/ DESTINATION ${CMAKE_INSTALL_DATADIR}/trainyard/scenarios
    FILES_MATCHING PATTERN "*.yaml" PATTERN "*.csv" PATTERN "*.csv.gz" PATTERN "*.json")
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md")
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
