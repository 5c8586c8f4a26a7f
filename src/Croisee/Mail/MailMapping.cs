using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.Mail;

sealed class MailMapping : IEntityTypeConfiguration<OutgoingMail>, IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<ToldReminder>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("outgoing_mails");
        mail.HasKey(m => m.Id);
    }

    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices");
        notice.HasKey(n => n.Id);
    }

    public void Configure(EntityTypeBuilder<ToldReminder> told)
    {
        told.ToTable("told_reminders");
        told.HasKey(t => new { t.What, t.ThingId, t.WhomId });
    }
}

public static class MailSets
{
    extension(AppDb db)
    {
        public DbSet<OutgoingMail> OutgoingMails => db.Set<OutgoingMail>();
        public DbSet<Notice> Notices => db.Set<Notice>();
        public DbSet<ToldReminder> ToldReminders => db.Set<ToldReminder>();
    }

    /// <summary>Puts a mail in the outbox of the current save.</summary>
    public static void Send(this AppDb db, string to, Letter letter, DateTime now) => db.OutgoingMails.Add(new OutgoingMail(to, letter, now));

    public static void Notify(this AppDb db, string to, string line, string path, DateTime now) => db.Notices.Add(new Notice(to, line, path, now));
}
