use galley_app::ports::*;
use jiff::Timestamp;
#[derive(Default)]
pub struct FolderReader {}
impl Folders for FolderReader {
    fn read(
        &self,
        _path: &std::path::Path,
        _ids: &dyn Ids,
        _today: Timestamp,
    ) -> Result<FolderReading, FolderError> {
        Ok(FolderReading::default())
    }
}
