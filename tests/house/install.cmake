# Installs into PREFIX from BUILD; the installed program must find what was installed with it, not
# what lies in the source folder: the installed file is marked, and the mark must come out.
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

set(scenarios ${PREFIX}/share/trainyard/scenarios)
file(APPEND ${scenarios}/startup-year.yaml "# the installed copy\n")
execute_process(COMMAND ${PREFIX}/bin/trainyard new startup OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
if(NOT text MATCHES "# the installed copy")
    message(FATAL_ERROR "`trainyard new startup` did not read the installed gallery; it printed:\n${text}")
endif()

# The catalogue that the scenario includes is there too.
execute_process(COMMAND ${PREFIX}/bin/trainyard check ${scenarios}/startup-year.yaml
    WORKING_DIRECTORY ${PREFIX} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
