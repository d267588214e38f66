# One library a layer; each names the layers that it may see and the libraries that it alone uses.
# tests/house/layering_test.cpp checks that the #include lines keep to it.

# trainyard_layer(name folder [SEES layer...] [USES library...])
function(trainyard_layer name folder)
    cmake_parse_arguments(LAYER "" "" "SEES;USES" ${ARGN})
    list(TRANSFORM LAYER_SEES PREPEND trainyard_)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    if(sources)
        add_library(trainyard_${name} STATIC ${sources})
        target_link_libraries(trainyard_${name} PUBLIC trainyard_options ${LAYER_SEES} PRIVATE ${LAYER_USES})
    else()  # headers alone
        add_library(trainyard_${name} INTERFACE)
        target_link_libraries(trainyard_${name} INTERFACE trainyard_options ${LAYER_SEES} ${LAYER_USES})
    endif()
endfunction()

# trainyard_define(name definition...): for the layer's own sources.
function(trainyard_define name)
    get_target_property(type trainyard_${name} TYPE)
    if(type STREQUAL "STATIC_LIBRARY")
        target_compile_definitions(trainyard_${name} PRIVATE ${ARGN})
    endif()
endfunction()
