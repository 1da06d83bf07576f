// The quickstart as it is.
import java.nio.file.Files

def from = new File(basedir, '../../../src/it/quickstart/src').toPath()
def to = new File(basedir, 'src').toPath()
Files.walk(from).forEach { file ->
    def copy = to.resolve(from.relativize(file).toString())
    Files.isDirectory(file) ? Files.createDirectories(copy) : Files.copy(file, copy)
}
null
