using Croisee.Data;
using Croisee.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Croisee.Mail;

/// <summary>
/// Mail owns the outbox, the transports and the frame of each mail.
/// It must never keep a page waiting, nor know persons: an address is enough.
/// </summary>
public static class Room
{
    public const string SendJob = "envoyer les courriels", ForgetJob = "effacer les courriels anciens";
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static void Open(IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton<ITransport>(settings.Smtp is null ? new FolderTransport(settings) : new SmtpTransport(settings));
        services.AddScoped<Outbox>();
        services.AddScoped<Bundles>();
        services.Every(TimeSpan.FromSeconds(10), SendJob, (s, stop) => s.GetRequiredService<Outbox>().Run(stop), ownLoop: true);
        services.Every(TimeSpan.FromMinutes(5), "regrouper les annonces", (s, stop) => s.GetRequiredService<Bundles>().Run(stop));
        services.Every(TimeSpan.FromHours(6), ForgetJob, (s, stop) => Forget(s.GetRequiredService<AppDb>(), s.GetRequiredService<TimeProvider>().UtcNow()));
    }

    static Task Forget(AppDb db, DateTime now)
    {
        var day = (now - Kept).ParisDay();
        // What could not leave holds an address and sometimes a code: it is kept no longer than what did.
        return db.Write(d => d.OutgoingMails.Where(m => (m.State == MailState.Sent && m.SentAt < now - Kept) || (m.State != MailState.Sent && m.CreatedAt < now - Kept)).ExecuteDelete()
                    + d.Notices.Where(n => n.BundledAt < now - Kept).ExecuteDelete() + d.ToldReminders.Where(t => t.Day < day).ExecuteDelete());
    }
}
