using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Site;

[Audience(Audience.Demo)]
public sealed class DemoMailModel(AppDb db, MailSettings settings) : Screen
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    public OutgoingMail Mail { get; private set; } = null!;
    public IEnumerable<string> Lines => Mail.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    public bool HasFile => settings.Smtp is null && System.IO.File.Exists(FolderTransport.FileOf(settings.Folder, Id));

    /// <summary>Only our own links become links.</summary>
    public bool IsLink(string line) => settings.Origin.Length > 0 && line.StartsWith(settings.Origin + "/", StringComparison.Ordinal);

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id) is not { } found) return NotFound();
        Mail = found;
        return null;
    }

    public void OnGet() { }
}
