# Reads a table of issues by the rules of GitLab's import (docs.gitlab.com/user/project/issues/csv_import), which is
# written in Ruby, too, and reads with the same library.
#
#     gitlab.rb FILE
#
# Prints the issues as JSON: a list of title, description and due_date. A table that GitLab would refuse or read as
# something else is an error that says what.

require "csv"
require "date"
require "json"

bytes = File.binread(ARGV[0])
abort "larger than 10 MB" if bytes.bytesize > 10_000_000
text = bytes.force_encoding(Encoding::UTF_8)
abort "not UTF-8" unless text.valid_encoding?
header = text.lines.first.to_s
abort "header too large" if header.bytesize > 2048
separator = [",", ";", "\t"].find { |character| header.include?(character) }
abort "no separator in the header" unless separator

rows = CSV.new(text, col_sep: separator, headers: true, header_converters: :symbol).read
%i[title description].each { |name| abort "no column #{name}" unless rows.headers.include?(name) }
issues = rows.map do |row|
  title = row[:title].to_s
  abort "a title is empty or longer than 255 characters: #{title}" unless title.length.between?(1, 255)
  Date.strptime(row[:due_date], "%Y-%m-%d") if row[:due_date]
  row.each do |name, cell|
    abort "#{title}: #{name} is a formula: #{cell}" if cell&.match?(/\A[=+\-@\t\r＝＋－＠]/)
  end
  # GitLab takes all carriage returns away before it looks for quick actions.
  order = row[:description].to_s.delete("\r")[/^\/[a-z_]+(?: .*)?\s*$/i]
  abort "#{title}: the description orders: #{order}" if order
  row.to_h.slice(:title, :description, :due_date)
end
puts JSON.generate(issues)
