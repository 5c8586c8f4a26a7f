using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Site;

/// <summary>The mail as a file, for a mail program. The name is an id: no path can be asked for.</summary>
[Audience(Audience.Demo)]
public sealed class DemoMailFileModel(MailSettings settings) : Screen
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public IActionResult OnGet()
    {
        var file = FolderTransport.FileOf(settings.Folder, Id);
        return System.IO.File.Exists(file) ? PhysicalFile(Path.GetFullPath(file), "message/rfc822", $"courriel-{Id:N}.eml") : NotFound();
    }
}
