fn main() {
    // tauri-build watches ./capabilities by itself; with other folders we have to.
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json")
        .app_manifest(
            tauri_build::AppManifest::new()
                .permissions_path_pattern("./src-tauri/permissions/**/*.toml"),
        );
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:error={error:#}");
    }
    // tauri-build writes editor schemas to ./gen next to Cargo.toml. Nothing reads them.
    let _ = std::fs::remove_dir_all("gen");
}
